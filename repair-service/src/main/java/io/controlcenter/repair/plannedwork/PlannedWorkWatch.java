package io.controlcenter.repair.plannedwork;

/** Told in the transaction that hears of it when something of a GCR changed for the transaction's enterprise. */
public interface PlannedWorkWatch {

    void changed(String gcrNumber);
}
