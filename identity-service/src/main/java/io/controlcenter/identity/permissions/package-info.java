/** What can be granted: permissions of customers, roles of provider staff. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.permissions;
