extension DriverLibrary {
  /// Where the driver of Spark Connect is: the library that `KITH_SPARK_DRIVER` names, else the one that `scripts/setup-spark`
  /// put into `.deps/spark`; nil where there is none.
  public static var sparkPath: String? {
    environment("KITH_SPARK_DRIVER")
      ?? Folders.projectLibraries.map { Folders.parent(of: $0) + "/spark/libadbc_driver_spark.so" }
      .first(where: Folders.isReadable)
  }
}
