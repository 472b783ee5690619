/** `s3_output_path` of `S3OutputPath`, `volume_size_in_gb` of `VolumeSizeInGB`. */
export function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}
