// A child for tests of the supervisor: answers on PORT; /crash ends it with exit code 7.
import { createServer } from "node:http";

createServer((request, response) => {
  if (request.url === "/crash") process.exit(7);
  response.end("ok");
}).listen(Number(process.argv[2]), "127.0.0.1");
