/** The enterprise and accounts that a transaction may see, down to PostgreSQL row-level security. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.tenancy;
