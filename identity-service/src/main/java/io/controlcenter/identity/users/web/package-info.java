/** Users, grants and the caller's own profile over HTTP. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.users.web;
