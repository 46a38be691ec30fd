/** What several resources of billing take and answer in the same way. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.web;
