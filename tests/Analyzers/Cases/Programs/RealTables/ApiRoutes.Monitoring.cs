namespace Tables.Routing;

public static partial class ApiRoutes
{
    public static class Monitoring
    {
        private const string Area = "monitoring";
        public const string Alerts = $"{Base}/{Area}/alerts";
        public const string AlertById = Alerts + "/{0}";
    }
}
