terraform {
  required_providers {
    aws     = { source = "hashicorp/aws" }
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

resource "aws_connect_routing_profile" "voice" {
  instance_id               = "11111111-aaaa-4bbb-8ccc-000000000001"
  name                      = "Voice"
  description               = "Calls only"
  default_outbound_queue_id = "66666666-aaaa-4bbb-8ccc-000000000001"
  media_concurrencies {
    channel     = "VOICE"
    concurrency = 1
  }
}

resource "connect_user" "ada" {
  instance_id              = aws_connect_routing_profile.voice.instance_id
  name                     = "ada.lovelace"
  routing_profile_id       = aws_connect_routing_profile.voice.routing_profile_id
  security_profile_ids     = ["44444444-aaaa-4bbb-8ccc-000000000001"]
  quick_connects_on_delete = "retain" # they are declared here: Terraform deletes them
}

resource "aws_connect_quick_connect" "call_ada" {
  instance_id = connect_user.ada.instance_id
  name        = "Ada"
  quick_connect_config {
    quick_connect_type = "USER"
    user_config {
      contact_flow_id = "77777777-aaaa-4bbb-8ccc-000000000001"
      user_id         = connect_user.ada.user_id
    }
  }
}
