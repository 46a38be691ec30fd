/** HTTP rules that every API obeys: strict bodies and queries, keyset lists, ETags, partial responses. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.web;
