/** People, their states and their grants. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.users;
