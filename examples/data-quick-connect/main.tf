terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

data "connect_quick_connect" "hotline" {
  instance_id = "11111111-aaaa-4bbb-8ccc-000000000001"
  name        = "Hotline"
}

output "hotline_id" {
  value = "${data.connect_quick_connect.hotline.quick_connect_id} (${data.connect_quick_connect.hotline.type})"
}
