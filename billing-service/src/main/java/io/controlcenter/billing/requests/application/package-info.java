/** Opening, working on and deciding billing requests. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.requests.application;
