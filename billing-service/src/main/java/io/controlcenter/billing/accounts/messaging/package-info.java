/** What other services hear of accounts. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.accounts.messaging;
