terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_user_hierarchy_group" "north" {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
  path        = ["Company", "North"]
}

resource "connect_user" "alan" {
  instance_id          = data.connect_user_hierarchy_group.north.instance_id
  name                 = "alan.turing"
  routing_profile_id   = "33333333-aaaa-4bbb-8ccc-000000000001"
  security_profile_ids = ["44444444-aaaa-4bbb-8ccc-000000000001"]
  hierarchy_group_id   = data.connect_user_hierarchy_group.north.hierarchy_group_id

  identity_info {
    first_name = "Alan"
    last_name  = "Turing"
  }
}
