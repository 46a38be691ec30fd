/** Technical defaults of every Control Center application. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform;
