package io.controlcenter.billing;

import io.controlcenter.platform.test.ServiceContract;

@BillingServiceTest
class BillingContractIT extends ServiceContract {}
