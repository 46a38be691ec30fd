/** Questions of customers to the change management team (handbook S46). */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.inquiries;
