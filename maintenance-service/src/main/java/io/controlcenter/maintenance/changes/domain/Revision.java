package io.controlcenter.maintenance.changes.domain;

/**
 * What became of the services of a GCR that customers know of already.
 *
 * @param affected who is hit now
 * @param changed whether anything is different from what was announced
 * @param newlyDisturbed whether a service feels something that it was not announced to feel
 */
public record Revision(Affected affected, boolean changed, boolean newlyDisturbed) {}
