/** Who changed what, when, from what to what. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.audit;
