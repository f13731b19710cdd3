terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_routing_profile" "sales" {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
  name        = "Sales"
}

resource "connect_user" "ada" {
  instance_id          = data.connect_routing_profile.sales.instance_id
  name                 = "ada.lovelace"
  routing_profile_id   = data.connect_routing_profile.sales.routing_profile_id
  security_profile_ids = ["44444444-aaaa-4bbb-8ccc-000000000001"]

  identity_info {
    first_name = "Ada"
    last_name  = "Lovelace"
  }
}
