/** Reasons for outage: asked for on a closed ticket, written by the provider, delivered as a document. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.rfo;
