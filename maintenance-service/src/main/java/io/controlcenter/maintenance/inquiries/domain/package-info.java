/** What may happen to an inquiry, in plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.inquiries.domain;
