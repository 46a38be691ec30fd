package io.controlcenter.repair;

import io.controlcenter.platform.test.ServiceContract;

@RepairServiceTest
class RepairContractIT extends ServiceContract {}
