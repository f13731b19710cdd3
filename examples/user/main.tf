terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

resource "connect_user" "ada" {
  instance_id          = "11111111-aaaa-4bbb-8ccc-000000000001"
  name                 = "ada.lovelace"
  routing_profile_id   = "33333333-aaaa-4bbb-8ccc-000000000001"
  security_profile_ids = ["44444444-aaaa-4bbb-8ccc-000000000001"]
  tags                 = { team = "north" }

  identity_info {
    first_name = "Ada"
    last_name  = "Lovelace"
  }
  phone_config {
    phone_type                    = "SOFT_PHONE"
    after_contact_work_time_limit = 30
  }
  proficiency {
    attribute_name  = "connect:Language"
    attribute_value = "connect:German"
    level           = 4
  }
}
