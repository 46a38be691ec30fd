/** Trouble that the provider knows of and declares, with the services that it affects. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.incidents;
