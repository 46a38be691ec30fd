package io.controlcenter.identity;

import io.controlcenter.platform.test.ServiceContract;

@IdentityServiceTest
class IdentityContractIT extends ServiceContract {}
