terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_user" "ada" {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
  name        = "ada.lovelace"
}

resource "connect_traffic_distribution_group_user" "ada" {
  instance_id                   = data.connect_user.ada.instance_id
  traffic_distribution_group_id = "22222222-aaaa-4bbb-8ccc-000000000001"
  user_id                       = data.connect_user.ada.user_id
}
