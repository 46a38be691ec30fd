/** What an outage is worth. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.outages.domain;
