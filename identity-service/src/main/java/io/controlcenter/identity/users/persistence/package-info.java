/** Users and grants in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.users.persistence;
