/** What was done, for the administrators of the enterprise in which it was done. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.audit;
