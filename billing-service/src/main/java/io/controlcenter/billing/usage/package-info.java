/** What customers use of their services: reported, rated, and kept until a bill says it. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.usage;
