import { z } from "zod";

import { s3Uri } from "@/lib/fields/aws-fields";

/** Which archive a route looks into. */
export const ArchivePlace = z.object({ uri: s3Uri("s3://bucket/path/model.tar.gz") });
