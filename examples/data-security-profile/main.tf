terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_security_profile" "granted" {
  for_each = toset(["Agent", "CallCenterManager"])

  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
  name        = each.key
}

resource "connect_user" "grace" {
  instance_id          = "11111111-aaaa-4bbb-8ccc-000000000001"
  name                 = "grace.hopper"
  routing_profile_id   = "33333333-aaaa-4bbb-8ccc-000000000001"
  security_profile_ids = values(data.connect_security_profile.granted)[*].security_profile_id

  identity_info {
    first_name = "Grace"
    last_name  = "Hopper"
  }
}
