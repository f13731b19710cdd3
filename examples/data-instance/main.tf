terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_instance" "support" {
  alias = "demo-resilient"
}

resource "connect_user" "ada" {
  instance_id          = data.connect_instance.support.id
  name                 = "ada.lovelace"
  routing_profile_id   = "33333333-aaaa-4bbb-8ccc-000000000001"
  security_profile_ids = ["44444444-aaaa-4bbb-8ccc-000000000001"]

  identity_info {
    first_name = "Ada"
    last_name  = "Lovelace"
  }
}
