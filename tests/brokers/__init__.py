"""The model beside a real RabbitMQ and a real Redis."""
