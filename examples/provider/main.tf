terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}

provider "connect" {
  region = "us-east-1"
  assume_role {
    role_arn = "arn:aws:iam::123456789012:role/agents"
  }
  default_tags {
    tags = { managed-by = "terraform" }
  }
  rate_limit {
    operation           = "DescribeUser"
    requests_per_second = 10
  }
}

provider "connect" {
  alias  = "london"
  region = "eu-west-2"
}
