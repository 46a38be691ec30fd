/** Documents that people print and keep. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.documents;
