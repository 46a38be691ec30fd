/** How to reach somebody who repairs, at any hour. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.support;
