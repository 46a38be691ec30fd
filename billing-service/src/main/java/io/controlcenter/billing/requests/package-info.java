/** Questions, disputes, and what becomes of them (handbook S50 to S55). */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.requests;
