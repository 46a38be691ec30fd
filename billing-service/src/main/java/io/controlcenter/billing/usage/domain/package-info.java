/** Whether reported usage can be billed, and what it costs: plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.usage.domain;
