/** A small application that uses everything of the starter, for the starter's own tests. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.sample;
