/** Enterprises, customer numbers and billing accounts: the hierarchy (handbook S66). */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.enterprises;
