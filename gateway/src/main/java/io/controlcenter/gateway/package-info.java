/** Routes, edge security, enterprise scoping and fallbacks. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway;
