"""What the model server tells the functions that ask for a context."""


class RequestProcessor:
    def __init__(self, headers):
        self._headers = headers

    def get_request_properties(self):
        return self._headers

    def get_request_property(self, key):
        return self._headers.get(key)


class Metrics:
    """Taken and forgotten: the emulator's own metrics come from outside of the process."""

    def add_metric(self, *_args, **_options):
        pass

    add_counter = add_time = add_size = add_percent = add_error = add_metric


class Context:
    def __init__(self, model_dir):
        self.model_name = "model"
        self.manifest = None
        self.system_properties = {
            "model_dir": model_dir,
            "gpu_id": None,
            "batch_size": 1,
            "server_name": "MMS",
            "server_version": "1.1.11",
        }
        self.metrics = Metrics()
        self.request_processor = [RequestProcessor({})]
        self._response = {}

    def begin(self, headers):
        self.request_processor = [RequestProcessor(headers)]
        self._response = {}

    def get_request_header(self, _index, key):
        return self.request_processor[0].get_request_property(key)

    def get_response_content_type(self, _index):
        return self._response.get("Content-Type")

    def set_response_content_type(self, _index, value):
        self._response["Content-Type"] = value

    def set_response_header(self, _index, key, value):
        self._response[key] = value
