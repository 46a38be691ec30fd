/** Work that falls due by business time, on one replica at a time. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.work;
