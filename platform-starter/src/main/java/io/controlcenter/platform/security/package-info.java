/** Who calls: the scoped token, the access rule on each endpoint, and the 401 and 403 that follow. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.security;
