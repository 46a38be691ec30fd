/** Those who charge cards and accounts for us. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.payments.provider;
