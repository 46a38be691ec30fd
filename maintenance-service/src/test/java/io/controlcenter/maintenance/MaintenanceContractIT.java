package io.controlcenter.maintenance;

import io.controlcenter.platform.test.ServiceContract;

@MaintenanceServiceTest
class MaintenanceContractIT extends ServiceContract {}
