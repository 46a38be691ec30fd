/** What billing requests tell. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.requests.messaging;
