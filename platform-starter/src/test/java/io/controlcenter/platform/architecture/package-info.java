/** The starter keeps its own rules. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.architecture;
