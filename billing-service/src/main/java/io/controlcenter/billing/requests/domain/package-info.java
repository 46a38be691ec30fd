/** A billing request, its clock, and lines in dispute. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.requests.domain;
