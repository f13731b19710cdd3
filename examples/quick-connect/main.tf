terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

locals {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
}

resource "connect_user" "ada" {
  instance_id          = local.instance_id
  name                 = "ada.lovelace"
  routing_profile_id   = "33333333-aaaa-4bbb-8ccc-000000000001"
  security_profile_ids = ["44444444-aaaa-4bbb-8ccc-000000000001"]

  identity_info {
    first_name = "Ada"
    last_name  = "Lovelace"
  }
}

resource "connect_quick_connect" "call_ada" {
  instance_id = local.instance_id
  name        = "Call Ada"
  description = "The lead of the night shift"
  queue_ids   = ["66666666-aaaa-4bbb-8ccc-000000000001"]

  user_config {
    user_id         = connect_user.ada.user_id
    contact_flow_id = "77777777-aaaa-4bbb-8ccc-000000000001"
  }
}
